import { Component, type ReactNode, useEffect } from "react";
import { useServices } from "../services.ts";
import { useButtonStyles } from "./button-styles.ts";
import { useLayout } from "./layout.ts";

interface Props {
  readonly children: ReactNode;
}

/** A page that fails, also by a piece of the tab that could not be fetched, leaves the rest standing. */
export class PageBoundary extends Component<Props, { readonly failed: boolean }> {
  constructor(props: Props) {
    super(props);
    this.state = { failed: false };
  }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <PageFailed /> : this.props.children;
  }
}

function PageFailed() {
  const { words, host } = useServices();
  const layout = useLayout();
  const { primary } = useButtonStyles();
  useEffect(() => host?.failed("A page failed to render."), [host]);
  return (
    <div className={layout.page} role="alert">
      <h1 className={layout.title}>{words.faults.page.title}</h1>
      <p className={layout.lead}>{words.faults.page.text}</p>
      <p>
        <button type="button" className={primary} onClick={() => location.reload()}>
          {words.faults.reload}
        </button>
      </p>
    </div>
  );
}
