import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLayout } from "../components/layout.ts";
import { PageTitle } from "../components/page-title.tsx";
import { ListNotice } from "../content/list-notice.tsx";
import { useList } from "../content/use-list.ts";
import { useWords } from "../services.ts";
import { HelpLines } from "./help-lines.tsx";

const useStyles = makeStyles({
  root: { paddingBlock: "40px 64px" },
  danger: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXXL}`,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
});

export function HelpPage() {
  const styles = useStyles();
  const layout = useLayout();
  const { help } = useWords();
  const state = useList("helpLines");
  return (
    <>
      <ListNotice list="helpLines" state={state} />
      <div className={mergeClasses(layout.page, styles.root)}>
        <PageTitle>{help.title}</PageTitle>
        <p className={layout.lead}>{help.lead}</p>
        <p className={styles.danger}>{help.danger}</p>
        <HelpLines />
      </div>
    </>
  );
}
