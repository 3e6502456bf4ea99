package com.giosg.chatreports.metrics;

/**
 * A family of questions that one address answers; read from the header of {@code templates/api/<id>.ftl}.
 *
 * @param id e.g. {@code chat-sessions}; the name of the file
 * @param path address below the API's URL exactly as Giosg publishes it, {@code {organization}} standing for the id
 * @param rooms whether a question can be narrowed to rooms
 * @param buckets whether an answer is divided into buckets; otherwise each bucket is a request of its own
 */
public record Api(String id, String path, boolean rooms, boolean buckets) {}
