/** Identifiers of the fictional tenant; none exists in Microsoft 365. */
export const sampleIds = {
  tenant: "7e57ab1e-0000-4000-8000-000000000001",
  site: "pzvoorbeeld.sharepoint.example,5173c0de-0000-4000-8000-000000000001,5173c0de-0000-4000-8000-000000000002",
  bot: "b0700000-0000-4000-8000-000000000001",
  tabClient: "7ab00000-0000-4000-8000-000000000001",
} as const;
