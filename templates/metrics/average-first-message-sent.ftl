<#ftl attributes={
  "title":       "Average first message sent",
  "description": "The time of the first message sent in a chat; Giosg does not say from which moment it counts. Giosg does not publish the unit: seconds are assumed.",
  "api":         "workflow",
  "scopes":      ["org"],
  "unit":        "seconds",
  "aggregation": "average"
}>
<#import "/api/workflow.ftl" as workflow>
<@workflow.request of="dim1" category="track_chat_invite" action="first_message_sent"/>
