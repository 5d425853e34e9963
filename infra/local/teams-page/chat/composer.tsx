import { Button, ToggleButton, Tooltip } from "@fluentui/react-components";
import { MentionRegular, SendFilled } from "@fluentui/react-icons";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { wordsFor } from "./talk.ts";

interface Props {
  readonly botName: string;
  readonly label: string;
  readonly canMention: boolean;
  readonly onSend: (text: string, mentionBot: boolean) => Promise<void>;
}

/** The text leaves the box only once the stand-in has taken it; what is typed meanwhile stays. */
function useDraft({ canMention, onSend }: Props) {
  const [text, setText] = useState("");
  const [mention, setMention] = useState(true);
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<string>();
  const send = async () => {
    if (text.trim() === "" || sending) {
      return;
    }
    setSending(true);
    try {
      await onSend(text, canMention && mention);
      setText((now) => (now === text ? "" : now));
      setFault(undefined);
    } catch (cause) {
      setFault(wordsFor(cause));
    }
    setSending(false);
  };
  return { text, setText, mention, setMention, fault, send, canSend: text.trim() !== "" && !sending };
}

/** Enter sends, Shift+Enter makes a line. */
export function Composer(props: Props) {
  const { botName, label, canMention } = props;
  const { text, setText, mention, setMention, fault, send, canSend } = useDraft(props);
  const box = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <div className="composer">
      {fault === undefined ? null : (
        <p className="card-fault" role="alert">
          {fault}
        </p>
      )}
      <div className="composer-box">
        <div className="composer-grow" data-text={text}>
          <textarea
            ref={box}
            aria-label={label}
            aria-describedby={hint}
            placeholder={label}
            rows={1}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        {canMention ? (
          <Tooltip
            content={mention ? `${botName} hears this` : `${botName} does not hear this`}
            relationship="description"
          >
            <ToggleButton
              size="small"
              appearance="subtle"
              icon={<MentionRegular />}
              checked={mention}
              onClick={() => setMention(!mention)}
              aria-label={`Mention ${botName}`}
            >
              <span className="composer-mention">{botName}</span>
            </ToggleButton>
          </Tooltip>
        ) : null}
        <Button
          appearance="transparent"
          icon={<SendFilled />}
          aria-label="Send"
          disabledFocusable={!canSend}
          onClick={() => {
            box.current?.focus();
            void send();
          }}
        />
      </div>
      <span id={hint} className="unseen">
        Enter sends, Shift and Enter starts a new line.
      </span>
    </div>
  );
}
