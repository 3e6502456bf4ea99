<#-- The subject of the mail that operators get when nothing of a report could be had, on one line. -->
[failed] ${notice.title}: ${notice.organization}, ${period.brief}
