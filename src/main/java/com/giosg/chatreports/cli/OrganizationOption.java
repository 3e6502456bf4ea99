package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --organization}, the same for every command that makes reports. */
final class OrganizationOption {

    @Option(names = "--organization", paramLabel = "KEY", description = "Only this one; may be given again.")
    private List<String> keys = List.of();

    /** Those of the report that somebody wants it for, or a complaint. */
    List<Organization> of(Report report, Configuration configuration) {
        keys.forEach(key -> Choices.named("organization", key, configuration.organizations()));
        List<Organization> wanted = report.organizations().stream()
                .filter(organization -> keys.isEmpty() || keys.contains(organization.key()))
                .toList();
        if (wanted.isEmpty()) {
            throw Complaint.usage(
                    "the report %s is not made for %s".formatted(report.name(), String.join(" or ", keys)));
        }
        return wanted;
    }
}
