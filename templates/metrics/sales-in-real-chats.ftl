<#ftl attributes={
  "title":         "Sales in real chats",
  "description":   "What visitors who had a real chat bought for; Giosg names no currency. Giosg counts carts bought during the chat or up to 24 hours after it.",
  "api":           "chat-sessions",
  "scopes":        ["org", "team", "user"],
  "unit":          "account currency",
  "aggregation":   "sum",
  "settles-after": "24h"
}>
<#import "/api/chat-sessions.ftl" as chats>
<@chats.request of="sales">
  <@chats.realChat/>
</@chats.request>
