<#ftl attributes={
  "title":       "Average invite accepted wait time",
  "description": "How long it took until a chat invitation was accepted. Giosg does not publish the unit: seconds are assumed.",
  "api":         "workflow",
  "scopes":      ["org"],
  "unit":        "seconds",
  "aggregation": "average"
}>
<#import "/api/workflow.ftl" as workflow>
<@workflow.request of="dim1" category="track_chat_invite" action="chat_invitation_accepted"/>
