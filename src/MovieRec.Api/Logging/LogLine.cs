using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace MovieRec.Api.Logging;

/// <summary>Format of a log line in every host: a JSON object with time, level and event.</summary>
public static class LogLine
{
    public static void Begin(Utf8JsonWriter writer, DateTimeOffset now, string level)
    {
        writer.WriteStartObject();
        writer.WriteString("time"u8, now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("level"u8, level);
    }

    /// <summary>Returns the sentence of a message if its line needs one.</summary>
    /// <remarks>
    /// An event's fields contain everything that its sentence does; a sentence is for lines that an operator should read.
    /// </remarks>
    public static string? GetSentence<TState>(
        LogLevel level, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        eventId.Name is null || level >= LogLevel.Warning ? formatter(state, exception) : null;

    /// <param name="writer">Within the object of the line.</param>
    /// <param name="eventName">The method of the message, where it has one.</param>
    /// <param name="sentence">From <see cref="GetSentence"/>.</param>
    /// <param name="state">The message's own fields by their names.</param>
    /// <param name="exception">With its stack trace.</param>
    /// <param name="except">A field that the line has already.</param>
    public static void WriteEvent(
        Utf8JsonWriter writer, string? eventName, string? sentence, object? state, Exception? exception, string? except = null)
    {
        if (eventName is not null)
            writer.WriteString("event"u8, eventName);
        if (sentence is not null)
            writer.WriteString("message"u8, sentence);
        if (state is IReadOnlyList<KeyValuePair<string, object?>> fields)
        {
            // By index: an enumerator of these structs is a heap object.
            for (var at = 0; at < fields.Count; at++)
            {
                if (fields[at].Key != "{OriginalFormat}" && fields[at].Key != except)
                    WriteField(writer, fields[at].Key, fields[at].Value);
            }
        }

        if (exception is not null)
            writer.WriteString("exception"u8, exception.ToString());
    }

    private static void WriteField(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
        switch (value)
        {
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(Math.Round(number, 3));
                break;
            default:
                writer.WriteStringValue(value?.ToString());
                break;
        }
    }
}
