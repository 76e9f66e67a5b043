using System.Buffers;
using System.Text.Json;
using MovieRec.Api.Logging;

namespace MovieRec.Lambda.Logging;

/// <summary>
/// One JSON object a line, written at once: when the function has answered, Lambda may freeze it, and what is in a buffer then is
/// seen with the next request or never.
/// </summary>
internal sealed class JsonOutput : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly Utf8JsonWriter _writer;
    private readonly Stream _output;
    private readonly TimeProvider _clock;

    public JsonOutput(Stream output, TimeProvider clock)
    {
        _output = output;
        _clock = clock;
        _writer = new Utf8JsonWriter(_line);
    }

    /// <param name="level">As in <c>LogLevel</c>.</param>
    /// <param name="state">For <paramref name="fields"/>.</param>
    /// <param name="fields">Writes what the line says after its time and level.</param>
    public void Write<TState>(string level, TState state, Action<Utf8JsonWriter, TState> fields)
    {
        lock (_gate)
        {
            _line.ResetWrittenCount();
            _writer.Reset();
            LogLine.Begin(_writer, _clock.GetUtcNow(), level);
            fields(_writer, state);
            _writer.WriteEndObject();
            _writer.Flush();
            _line.Write("\n"u8);
            _output.Write(_line.WrittenSpan);
            _output.Flush();
        }
    }

    public void Dispose() => _writer.Dispose();
}
