namespace MovieRec.Tmdb.Resilience;

/// <summary>Connection that throws a separate exception if it ends without a response.</summary>
/// <remarks>
/// <see cref="HttpClient"/> takes such an end for a stale connection and repeats the request itself, up to three times and without the rate
/// limiter: if TMDB closes connections, it would get four times the permitted rate. <see cref="HttpClient"/> does not know this exception
/// and passes it on.
/// </remarks>
internal sealed class NoResponseStream(Stream inner) : Stream
{
    private volatile bool _isAsked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Judged(await inner.ReadAsync(buffer, cancellationToken), buffer.Length);

    public override int Read(byte[] buffer, int offset, int count) => Judged(inner.Read(buffer, offset, count), count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _isAsked = true;
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _isAsked = true;
        inner.Write(buffer, offset, count);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    // A read into an empty buffer only waits for data.
    private int Judged(int read, int wanted)
    {
        if (read > 0)
            _isAsked = false;
        else if (wanted > 0 && _isAsked)
            throw new NoResponseException();
        return read;
    }
}

/// <summary>Thrown if the connection ended without a response.</summary>
internal sealed class NoResponseException() : Exception("The connection ended without a response.");
