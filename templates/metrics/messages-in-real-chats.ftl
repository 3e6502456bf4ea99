<#ftl attributes={
  "title":       "Messages in real chats",
  "description": "Messages that users wrote in real chats; those of visitors are not counted.",
  "api":         "chat-sessions",
  "scopes":      ["org", "team", "user"],
  "unit":        "messages",
  "aggregation": "sum"
}>
<#import "/api/chat-sessions.ftl" as chats>
<@chats.request of="user_message_count">
  <@chats.realChat/>
</@chats.request>
