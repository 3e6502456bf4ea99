<#ftl attributes={
  "path":  "orgs/{organization}/chat_sessions",
  "rooms": "true"
}>
