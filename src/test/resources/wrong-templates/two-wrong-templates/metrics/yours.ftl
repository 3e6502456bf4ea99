<#ftl attributes={
  "title":       "Mine",
  "description": "Mine.",
  "api":         "chat-sessions",
  "scopes":      [],
  "unit":        "chats",
  "aggregation": "count"
}>
