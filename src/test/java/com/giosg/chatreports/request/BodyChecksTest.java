package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.metrics.TemplateProblem;
import org.junit.jupiter.api.Test;

/** What is said of the shipped templates; wrong ones are in {@code wrong-templates}. */
class BodyChecksTest {

    @Test
    void theOnlyRemarkIsThatShortChatsAsPublishedNeverMatch() {
        ShippedTemplates templates = new ShippedTemplates();

        assertThat(new BodyChecks(templates.bodies()).check(templates.catalogue()))
                .containsExactly(TemplateProblem.warning(
                        "metrics/short-chats-as-published.ftl",
                        "the filter can never match, because these contradict each other:"
                                + " ((user_message_count at least 1 and visitor_message_count at least 0 and less than 1)"
                                + " or (user_message_count at least 1 and less than 2 and visitor_message_count more than 0));"
                                + " user_message_count at least 2; visitor_message_count at least 1"));
    }
}
