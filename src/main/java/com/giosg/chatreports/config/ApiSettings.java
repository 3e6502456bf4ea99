package com.giosg.chatreports.config;

import java.net.URI;
import java.time.Duration;

/**
 * How Giosg's APIs are reached.
 *
 * @param url reporting, events and workflow; no slash at the end
 * @param directoryUrl names of users, teams and rooms; no slash at the end
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the first byte of an answer, and between two reads
 * @param totalTimeout until the last byte of an answer
 * @param concurrency how many requests of one token may be under way at once
 * @param maxAnswer bytes after which an answer is given up
 */
public record ApiSettings(
        URI url,
        URI directoryUrl,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration totalTimeout,
        int concurrency,
        long maxAnswer) {}
