<#ftl attributes={
  "title":         "Real chats with sales",
  "description":   "Real chats with at least one purchase. Giosg counts carts bought during the chat or up to 24 hours after it.",
  "api":           "chat-sessions",
  "scopes":        ["org", "team", "user"],
  "unit":          "chats",
  "aggregation":   "count",
  "settles-after": "24h"
}>
<#import "/api/chat-sessions.ftl" as chats>
<@chats.request of="chat_session_id">
  <@chats.realChat/>
  <@chats.withPurchase/>
</@chats.request>
