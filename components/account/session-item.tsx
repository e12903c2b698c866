import type { ReactNode } from "react";
import { ListItem } from "@/components/layout/list-item";
import { Icon } from "@/components/ui/icon";
import { deviceIcon, deviceName, type SessionWords, sessionLines, type ToldSession } from "./session-text";

type Props = {
  session: ToldSession;
  words: SessionWords;
  /** What can be done with it. */
  trail: (device: string) => ReactNode;
};

/** A signed-in browser in a list: what it is, where and how it is signed in, since when. */
export function SessionItem({ session, words, trail }: Props) {
  const device = deviceName(session.device, words.account);
  const [how, when] = sessionLines(session, words);
  return (
    <ListItem
      lead={<Icon name={deviceIcon(session.device)} className="size-5 shrink-0 text-muted-foreground" />}
      title={device}
      detail={
        <>
          <span className="block">{how}</span>
          <span className="block">{when}</span>
        </>
      }
      trail={trail(device)}
    />
  );
}
