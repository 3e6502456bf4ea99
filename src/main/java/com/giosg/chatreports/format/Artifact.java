package com.giosg.chatreports.format;

import java.nio.file.Path;

/**
 * A finished file of a run in one format.
 *
 * @param file where it is
 * @param bytes its size
 * @param sha256 of the bytes, hexadecimal
 */
public record Artifact(Path file, long bytes, String sha256) {}
