using System.Text;

namespace MovieRec.LocalHost.Tests.Refreshing;

/// <summary>Log output of a host, for tests that wait for a text.</summary>
internal sealed class WatchedLog : MemoryStream
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Text
    {
        get
        {
            lock (_lock)
                return Encoding.UTF8.GetString(ToArray());
        }
    }

    public async Task WaitForAsync(string text, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task written;
            lock (_lock)
                written = _written.Task;
            if (Text.Contains(text, StringComparison.Ordinal))
                return;
            await written.WaitAsync(cancellationToken);
        }
    }

    // Writes of a span come here too.
    public override void Write(byte[] buffer, int offset, int count)
    {
        TaskCompletionSource written;
        lock (_lock)
        {
            base.Write(buffer, offset, count);
            (written, _written) = (_written, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        written.SetResult();
    }
}
