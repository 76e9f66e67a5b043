using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace MovieRec.LocalHost.Logging;

/// <summary>One JSON object a line: time, level, source, event, and the message's own fields by their names.</summary>
internal sealed class JsonLinesLogger(string category, JsonLines lines, TimeProvider clock) : ILogger
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("time", clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("level", logLevel.ToString());
            writer.WriteString("source", category);
            if (eventId.Name is not null)
                writer.WriteString("event", eventId.Name);
            // An event's fields say all that its sentence does; a sentence is for what somebody should read.
            if (eventId.Name is null || logLevel >= LogLevel.Warning)
                writer.WriteString("message", formatter(state, exception));
            if (state is IReadOnlyList<KeyValuePair<string, object?>> fields)
                WriteFields(writer, fields);
            if (exception is not null)
                writer.WriteString("exception", exception.ToString());
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        lines.Add(buffer.WrittenSpan);
    }

    private static void WriteFields(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, object?>> fields)
    {
        // By index: an enumerator of these structs is a heap object.
        for (var at = 0; at < fields.Count; at++)
        {
            var (name, value) = fields[at];
            if (name == "{OriginalFormat}")
                continue;
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
}

/// <summary>Gives every source a logger over the same output.</summary>
internal sealed class JsonLinesLoggerProvider(JsonLines lines, TimeProvider clock) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new JsonLinesLogger(categoryName, lines, clock);

    /// <summary>The lines are whoever's who made them.</summary>
    public void Dispose()
    {
    }
}
