import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "./view/shell.css";
import "./panes/panes.css";
import "./panes/rail.css";
import "./panes/places.css";
import "./panes/dialog.css";
import "./chat/chat.css";
import "./chat/composer.css";
import "./cards/cards.css";
import "./cards/inputs.css";

const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no element with id root");
}
createRoot(root).render(<App />);
