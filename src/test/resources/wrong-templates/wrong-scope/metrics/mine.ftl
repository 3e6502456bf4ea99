<#ftl attributes={
  "title":       "Mine",
  "description": "Mine.",
  "api":         "chat-sessions",
  "scopes":      ["team"],
  "unit":        "chats",
  "aggregation": "count"
}>
{"group_by": ["user_id"], "filters": {"type": "and", "fields": [
  {"type": "or", "fields": []},
  {"type": "selector", "dimension": "scope", "value": "org"}
]}}
