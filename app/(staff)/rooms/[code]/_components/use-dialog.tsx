"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { setRoomUse } from "@/lib/classes/rooms/actions";
import type { ActionMeta } from "@/lib/platform/actions/action";

export type UseDialogProps = {
  id: number;
  version: number;
  /** The room's code. */
  room: string;
  /** In use now: the dialog takes it out of use. */
  isActive: boolean;
  /** Meetings that stand there. */
  meetings: number;
  onClose(): void;
};

type Values = { leftovers: "" | "stay" | "free"; reason: string };

/** Takes a room out of use with what stands there decided, or back into it. */
export function UseDialog({ id, version, room, isActive, meetings, onClose }: UseDialogProps) {
  const t = useTranslations("rooms.change");
  const router = useRouter();
  const closing = isActive;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(closing ? "closeTitle" : "openTitle", { room })}
      description={t(closing ? "closeText" : "openText")}
    >
      <ActionForm<Values, Values, { freed: number }>
        id={`room-use-${id}`}
        action={(values, meta?: ActionMeta) =>
          setRoomUse({ ...values, id, version, isActive: !isActive }, meta)
        }
        defaultValues={{ leftovers: "", reason: "" }}
        onSuccess={({ freed }) => {
          onClose();
          const freedText = freed > 0 ? ` ${t("freed", { count: freed })}` : "";
          toast.success(`${t(closing ? "closed" : "opened", { room })}${freedText}`);
          router.refresh();
        }}
      >
        {closing && meetings > 0 ? (
          <>
            <Alert variant="warning" title={t("stands", { count: meetings })} />
            <Field name="leftovers" label={t("leftovers")}>
              {(control) => (
                <Select {...control}>
                  <option value="">{t("choose")}</option>
                  <option value="stay">{t("stay")}</option>
                  <option value="free">{t("freeThem")}</option>
                </Select>
              )}
            </Field>
          </>
        ) : null}
        {closing && meetings === 0 ? <p className="text-sm">{t("free")}</p> : null}
        <Field name="reason" label={t("reason")}>
          {(control) => <Textarea {...control} rows={2} maxLength={500} />}
        </Field>
        <SubmitButton>{t(closing ? "close" : "open")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
