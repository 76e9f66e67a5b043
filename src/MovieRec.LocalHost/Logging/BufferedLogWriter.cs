using System.Buffers;
using System.Text;
using System.Text.Json;
using MovieRec.Api.Logging;

namespace MovieRec.LocalHost.Logging;

/// <summary>Log sink that collects lines and writes them in batches on one thread.</summary>
/// <remarks>
/// A request only adds its line to a buffer. The framework's console logger wakes its thread and makes a system call for every line.
/// That cost a fifth of the throughput of a list read (docs/decisions/0003-log-sink.md).
/// </remarks>
internal sealed class BufferedLogWriter : IDisposable
{
    /// <summary>Time that lines may stay in the buffer, and therefore be lost if the process is killed.</summary>
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(10);

    /// <summary>Maximum number of pending bytes; beyond it lines are dropped and counted, so that no request waits.</summary>
    private const int MaxPending = 4 * 1024 * 1024;

    /// <summary>Maximum wait at the end for an output that is blocked.</summary>
    private static readonly TimeSpan s_lastWrite = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private readonly Stream _output;
    private readonly TimeProvider _clock;
    private readonly Thread _writer;
    private ArrayBufferWriter<byte> _pending = new(64 * 1024);
    private ArrayBufferWriter<byte> _writing = new(64 * 1024);
    private int _dropped;
    private bool _stopped;

    public BufferedLogWriter(Stream output, TimeProvider clock)
    {
        _output = output;
        _clock = clock;
        _writer = new Thread(WriteUntilStopped) { IsBackground = true, Name = "Log" };
        _writer.Start();
    }

    public void Add(ReadOnlySpan<byte> line)
    {
        lock (_gate)
        {
            if (_pending.WrittenCount > MaxPending)
            {
                _dropped++;
                return;
            }
            if (_pending.WrittenCount == 0)
                Monitor.PulseAll(_gate);
            if (_dropped > 0)
                WriteDropped();
            _pending.Write(line);
        }
    }

    /// <summary>Adds a line of another process unchanged.</summary>
    public void AddLine(string line) => Add(Encoding.UTF8.GetBytes(line + '\n'));

    private void WriteDropped()
    {
        using (var writer = new Utf8JsonWriter(_pending))
        {
            LogLine.Begin(writer, _clock.GetUtcNow(), nameof(LogLevel.Warning));
            writer.WriteString("event"u8, "LogLinesDropped");
            writer.WriteString("message"u8, "The log was not read for a while; lines are missing here");
            writer.WriteNumber("count"u8, _dropped);
            writer.WriteEndObject();
        }
        _pending.Write("\n"u8);
        _dropped = 0;
    }

    /// <summary>Writes the remaining lines and ends; gives up if the output is blocked.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }

        _writer.Join(s_lastWrite);
    }

    private void WriteUntilStopped()
    {
        while (Take())
        {
            try
            {
                _output.Write(_writing.WrittenSpan);
                _output.Flush();
            }
            catch (IOException)
            {
                // The reader of the output has gone, which is no reason to stop serving.
            }

            _writing.ResetWrittenCount();
        }
    }

    private bool Take()
    {
        lock (_gate)
        {
            while (_pending.WrittenCount == 0 && !_stopped)
                Monitor.Wait(_gate);
            if (!_stopped)
                Monitor.Wait(_gate, s_gather);
            (_pending, _writing) = (_writing, _pending);
            Monitor.PulseAll(_gate);
            return _writing.WrittenCount > 0;
        }
    }
}
