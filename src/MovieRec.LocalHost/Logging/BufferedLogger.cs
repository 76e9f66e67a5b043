using System.Buffers;
using System.Text.Json;
using MovieRec.Api.Logging;

namespace MovieRec.LocalHost.Logging;

/// <summary>One JSON object a line: time, level, source, event, and the message's own fields by their names.</summary>
internal sealed class BufferedLogger(string category, BufferedLogWriter lines, TimeProvider clock) : ILogger
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
            LogLine.Begin(writer, clock.GetUtcNow(), logLevel.ToString());
            writer.WriteString("source", category);
            LogLine.WriteEvent(writer, eventId.Name, LogLine.GetSentence(logLevel, eventId, state, exception, formatter), state, exception);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        lines.Add(buffer.WrittenSpan);
    }
}

/// <summary>Gives every source a logger over the same output.</summary>
internal sealed class JsonLinesLoggerProvider(BufferedLogWriter lines, TimeProvider clock) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new BufferedLogger(categoryName, lines, clock);

    /// <summary>The lines are whoever's who made them.</summary>
    public void Dispose()
    {
    }
}
