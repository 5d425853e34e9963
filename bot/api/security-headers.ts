import type { Settings } from "../settings.ts";

/** The clients of Microsoft 365 that may show the tab in a frame. */
const hosts = [
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.cloud.microsoft",
  "https://outlook.office.com",
  "https://outlook.office365.com",
  "https://*.office.com",
  "https://*.microsoft365.com",
];

/** Fluent's style rules go into empty style elements; this is the hash of nothing. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** teams-js asks Microsoft's list of trusted hosts here. */
const teamsDomainList = "https://res.cdn.office.net";

/** The headers of every page of the tab. */
export function securityHeaders(settings: Settings): Readonly<Record<string, string>> {
  const policy = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'", emptyStyle],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", settings.graphBaseUrl, settings.loginBaseUrl, teamsDomainList],
    "frame-ancestors": [...hosts, ...settings.tab.hostOrigins],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "require-trusted-types-for": ["'script'"],
  };
  const lines = Object.entries(policy).map(([name, values]) => `${name} ${values.join(" ")}`);
  return {
    "Content-Security-Policy": lines.join("; "),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    ...(settings.localMode ? {} : { "Strict-Transport-Security": "max-age=31536000" }),
  };
}
