<#ftl attributes={
  "title": "Mine"
  "unit": "chats"
}>
