<#ftl attributes={
  "title":       "Bot clicks",
  "description": "Clicks of visitors on attachments to chat messages; Giosg says of bots, but nothing in the question narrows them to bots.",
  "api":         "events",
  "scopes":      ["org", "user"],
  "unit":        "clicks",
  "aggregation": "count"
}>
<#import "/api/events.ftl" as events>
<@events.request category="chat_message_attachment_click_action" action="created"/>
