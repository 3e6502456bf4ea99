<#ftl attributes={
  "title":         "Average purchase value in real chats",
  "description":   "Sales per real chat that had a purchase; Giosg names no currency. Giosg counts carts bought during the chat or up to 24 hours after it.",
  "api":           "chat-sessions",
  "scopes":        ["org", "team", "user"],
  "unit":          "account currency",
  "aggregation":   "average",
  "settles-after": "24h"
}>
<#import "/api/chat-sessions.ftl" as chats>
<@chats.request of="sales">
  <@chats.realChat/>
  <@chats.withPurchase/>
</@chats.request>
