<#ftl attributes={
  "title": "",
  "description": 7,
  "api": "chat_sessions",
  "scopes": ["org", "room"],
  "unit": "chats",
  "aggregation": "avg",
  "settles-after": "one day",
  "variant-of": "yours"
}>
