package com.giosg.chatreports.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * What somebody would write by hand for one request: asks, parses with Jackson's streaming parser, writes the same CSV.
 * No retries, no limits, no filling, nothing safe: the yardstick for what the application costs on top.
 */
public final class PlainProgram {

    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private final String prefix;
    private final Map<String, String> buckets = new HashMap<>();

    private PlainProgram(String organization) {
        prefix = organization + ",Acme Oy,real-chats,user,";
    }

    /** Arguments: address, token, organization id, file with the body, file to write. */
    public static void main(String[] arguments) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(arguments[0]).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Token " + arguments[1]);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream body = connection.getOutputStream()) {
            Files.copy(Path.of(arguments[3]), body);
        }
        try (InputStream answer = connection.getInputStream();
                BufferedWriter csv = Files.newBufferedWriter(Path.of(arguments[4]), StandardCharsets.UTF_8)) {
            new PlainProgram(arguments[2]).copy(answer, csv);
        }
    }

    private void copy(InputStream answer, BufferedWriter csv) throws IOException {
        csv.write("organization_id,organization,metric,scope,subject_id,subject,bucket_start,bucket_end,granularity,"
                + "value,unit,status\r\n");
        try (JsonParser json = new JsonFactory().createParser(answer)) {
            json.nextToken();
            while (!"data".equals(json.nextFieldName())) {
                json.nextToken();
                json.skipChildren();
            }
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                String timestamp = json.nextTextValue();
                String user = json.nextTextValue();
                json.nextToken();
                csv.write(prefix);
                csv.write(user);
                csv.write(',');
                csv.write(user);
                csv.write(',');
                csv.write(buckets.computeIfAbsent(timestamp, PlainProgram::bucket));
                csv.write(json.getText());
                csv.write(",chats,ok\r\n");
                json.nextToken();
            }
        }
    }

    private static String bucket(String timestamp) {
        OffsetDateTime start =
                OffsetDateTime.parse(timestamp).atZoneSameInstant(ZONE).toOffsetDateTime();
        DateTimeFormatter format = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        return format.format(start) + "," + format.format(start.plus(Duration.ofHours(1))) + ",hour,";
    }
}
