package com.giosg.chatreports.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Giosg account.
 *
 * @param key its name in the configuration and in file names
 * @param id its UUID, lower case
 * @param name what readers see
 * @param token what the API knows the asker by; the organization's own, else the one of the API
 * @param zone its own zone, where it differs from the report's; decides windows and due times
 * @param recipients addresses that {@code {recipients}} stands for
 * @param teams addresses of those who get the figures of one team alone, by the name or the id of the team
 * @param look of its reports, with what holds for all organizations
 */
public record Organization(
        String key,
        String id,
        String name,
        Secret token,
        Optional<ZoneId> zone,
        List<String> recipients,
        Map<String, List<String>> teams,
        Look look) {}
