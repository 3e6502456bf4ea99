<#-- What operators are told when nothing of a report could be had, as plain text. -->
${notice.title} could not be made
${notice.organization}
${period.words}
${period.zone}: ${period.start} to ${period.end}

Nothing could be had: none of its ${notice.requests} requests was answered. The readers of
the report got nothing, and they get nothing until somebody mends this.

<#list notice.causes as cause>
${cause.requests} of ${notice.requests} (${cause.kind}): ${cause.words}
Next: ${cause.next}

</#list>
Then:                chat-reports retry ${notice.about.run}
All that is known:   chat-reports show ${notice.about.run}

Report ${notice.about.report} of ${notice.about.organization}, run ${notice.about.run}
