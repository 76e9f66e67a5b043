using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MovieRec.Tmdb.Tests.Fixtures;

/// <summary>Log that keeps lines of all levels.</summary>
internal sealed class LogLines : ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel} {eventId.Name} {formatter(state, exception)} {exception}");
}
