<#ftl attributes={
  "title":       "Mine",
  "description": "Mine.",
  "api":         "chat-sessions",
  "scopes":      ["org"],
  "unit":        "chats",
  "aggregation": "count"
}>
{"filters": {"type": "or", "fields": [
  <#list body.rooms as room>{"type": "selector", "dimension": "room_ids", "value": "${room}"},</#list>
  {"type": "selector", "dimension": "scope", "value": "org"}
]}}
