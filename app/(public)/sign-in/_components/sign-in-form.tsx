"use client";

import { useActionState, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { signIn } from "@/lib/platform/auth/actions";

type Props = {
  next: string;
  texts: { email: string; password: string; show: string; hide: string; submit: string };
};

/** E-mail and password; a refusal stands above and keeps the e-mail. Works before the script has arrived. */
export function SignInForm({ next, texts }: Props) {
  const [refusal, action, pending] = useActionState(signIn, null);
  const [shown, setShown] = useState(false);
  return (
    <form
      action={action}
      className="flex flex-col gap-stack"
      aria-describedby={refusal ? "refusal" : undefined}
    >
      {refusal ? (
        <Alert variant="danger" id="refusal">
          <p>{refusal.message}</p>
        </Alert>
      ) : null}
      <input type="hidden" name="next" value={next} />
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="email">{texts.email}</Label>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
          // After a refusal the form is new and keeps what was typed.
          key={refusal?.reference}
          defaultValue={refusal?.email}
          aria-invalid={refusal ? true : undefined}
        />
      </div>
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="password">{texts.password}</Label>
        <div className="relative">
          <Input
            id="password"
            name="password"
            type={shown ? "text" : "password"}
            autoComplete="current-password"
            required
            maxLength={1024}
            className="pr-11"
            aria-invalid={refusal ? true : undefined}
          />
          <button
            type="button"
            aria-label={shown ? texts.hide : texts.show}
            aria-controls="password"
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded-md text-muted-foreground hover:text-foreground"
          >
            <Icon name={shown ? "eye-off" : "eye"} className="size-4" />
          </button>
        </div>
      </div>
      <Button type="submit" size="lg" pending={pending} className="w-full">
        {texts.submit}
      </Button>
    </form>
  );
}
