using System.Text;
using MovieRec.Jwt.Keys;

namespace MovieRec.JwtLayer;

/// <summary>
/// Gets keys with the <c>cognitojwt_fetch</c> of the caller. HTTP and TLS would be half of this library, and whoever verifies tokens has
/// them anyway.
/// </summary>
/// <param name="fetch">The caller's function.</param>
/// <param name="context">What the caller wants to be given back.</param>
/// <param name="timeout">How long it may take, in seconds.</param>
internal sealed unsafe class CallersFetch(delegate* unmanaged<nint, byte*, int, int, byte*, int, int> fetch, nint context, int timeout) : IJwksFetcher
{
    private Task<JwksAnswer>? _call;

    public Task<JwksAnswer> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        // A function that does not keep to its time would else get another thread to block with every fetch.
        if (_call is { IsCompleted: false })
            return Task.FromResult(JwksAnswer.Failed("the caller's fetch before this one has not come back"));
        // A thread of its own: the pool has one for each processor, and the waits of others end there.
        _call = Task.Factory.StartNew(() => Call(address), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return _call;
    }

    private JwksAnswer Call(Uri address)
    {
        var url = Encoding.UTF8.GetBytes(address.AbsoluteUri);
        // Made for the call, and kept in its place until it returns: one that is late writes where nobody reads.
        var body = new byte[JwksKeySource.MaxAnswerBytes];
        int length;
        fixed (byte* first = url, target = body)
            length = fetch(context, first, url.Length, timeout * 1_000, target, body.Length);
        return length switch
        {
            >= 0 when length <= body.Length => JwksAnswer.FromBody(body.AsMemory(0, length)),
            FetchCode.Unreachable => JwksAnswer.FailedInPassing("no connection, or a broken one"),
            FetchCode.Refused => JwksAnswer.Failed("an answer that is not status 200 with JSON"),
            FetchCode.TooLong => JwksAnswer.Failed($"more than {body.Length} bytes"),
            FetchCode.TimedOut => JwksAnswer.Failed($"no full answer within {timeout} s"),
            _ => JwksAnswer.Failed($"{length} from the caller's fetch, which cognitojwt.h does not know"),
        };
    }
}
