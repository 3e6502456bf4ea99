package com.giosg.chatreports.format.notice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.giosg.chatreports.format.Envelope;
import com.giosg.chatreports.row.SealableFile;
import com.giosg.chatreports.row.SealedFile;
import com.giosg.chatreports.time.Times;
import com.giosg.chatreports.time.Window;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a notice as a JSON document, for sinks that take no mails. It begins as a batch does, and has no rows. */
public final class NoticeFile {

    private NoticeFile() {}

    /** Complete, forced to disk and only then named. */
    public static SealedFile write(FailureNotice notice, Path target) throws IOException {
        try (SealableFile file = new SealableFile(target)) {
            try (JsonGenerator json =
                    new JsonFactory().createGenerator(file).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
                json.useDefaultPrettyPrinter();
                write(notice, json);
                json.writeRaw('\n');
            }
            return file.seal();
        }
    }

    private static void write(FailureNotice notice, JsonGenerator json) throws IOException {
        Envelope about = notice.about();
        json.writeStartObject();
        json.writeStringField("run", about.run());
        json.writeStringField("report", about.report());
        json.writeStringField("organization", about.organization());
        Window window = about.window();
        json.writeObjectFieldStart("window");
        json.writeStringField("start", Times.print(window.start()));
        json.writeStringField("end", Times.print(window.end()));
        json.writeStringField("zone", window.zone().getId());
        json.writeEndObject();
        json.writeStringField("state", "failed");
        json.writeNumberField("requests", notice.requests());
        json.writeArrayFieldStart("causes");
        for (FailureNotice.Cause cause : notice.causes()) {
            write(cause, json);
        }
        json.writeEndArray();
        json.writeStringField("next", "chat-reports retry " + about.run());
        json.writeEndObject();
    }

    private static void write(FailureNotice.Cause cause, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", cause.kind());
        json.writeStringField("cause", cause.words());
        json.writeNumberField("requests", cause.requests());
        json.writeStringField("next", cause.next());
        json.writeEndObject();
    }
}
