using System.Buffers;
using System.Text.Json;
using MovieRec.Api.Logging;

namespace MovieRec.LocalHost.Logging;

/// <summary>Logger of one JSON object per line: time, level, source, event, and the message's fields by name.</summary>
internal sealed class BufferedLogger(string category, BufferedLogWriter lines, TimeProvider clock) : ILogger
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            LogLine.Begin(writer, clock.GetUtcNow(), logLevel.ToString());
            writer.WriteString("source", category);
            LogLine.WriteEvent(writer, eventId.Name, LogLine.GetSentence(logLevel, eventId, state, exception, formatter), state, exception);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        lines.Add(buffer.WrittenSpan);
    }
}

/// <summary>Provider of a logger per source, all with the same output.</summary>
internal sealed class JsonLinesLoggerProvider(BufferedLogWriter lines, TimeProvider clock) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new BufferedLogger(categoryName, lines, clock);

    /// <summary>Does nothing, because the provider does not own the log writer.</summary>
    public void Dispose()
    {
    }
}
