<#ftl attributes={
  "title":       "Mine",
  "description": "Mine.",
  "api":         "chat-sessions",
  "scopes":      ["org"],
  "unit":        "chats",
  "aggregation": "count"
}>
{"group_by": [], "group_by": [], "filters": {"type": "selector", "dimension": "scope", "value": "org"}}
