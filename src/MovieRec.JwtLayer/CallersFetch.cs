using System.Text;
using MovieRec.Jwt.Keys;

namespace MovieRec.JwtLayer;

/// <summary>Fetches keys with the <c>cognitojwt_fetch</c> of the caller.</summary>
/// <remarks>HTTP and TLS would be half of this library, and a program that verifies tokens has them anyway.</remarks>
/// <param name="fetch">The caller's function.</param>
/// <param name="context">The caller's context, passed to each call.</param>
/// <param name="timeout">The timeout of a call, in seconds.</param>
internal sealed unsafe class CallersFetch(delegate* unmanaged<nint, byte*, int, int, byte*, int, int> fetch, nint context, int timeout)
    : IJwksFetcher
{
    private Task<JwksAnswer>? _call;

    public Task<JwksAnswer> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        // Otherwise a function that exceeds its timeout would block one more thread with every fetch.
        if (_call is { IsCompleted: false })
            return Task.FromResult(JwksAnswer.Failed("the caller's previous fetch has not returned"));
        // On a separate thread: the pool has only one per processor, and other waits need them to end.
        _call = Task.Factory.StartNew(() => Call(address), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return _call;
    }

    private JwksAnswer Call(Uri address)
    {
        var url = Encoding.UTF8.GetBytes(address.AbsoluteUri);
        // A new buffer per call, pinned until the call returns: a late call writes into a buffer that no code reads.
        var body = new byte[JwksKeySource.MaxAnswerBytes];
        int length;
        fixed (byte* first = url, target = body)
            length = fetch(context, first, url.Length, timeout * 1_000, target, body.Length);
        return length switch
        {
            >= 0 when length <= body.Length => JwksAnswer.FromBody(body.AsMemory(0, length)),
            FetchCode.Unreachable => JwksAnswer.FailedInPassing("no connection, or a broken one"),
            FetchCode.Refused => JwksAnswer.Failed("a response that is not status 200 with JSON"),
            FetchCode.TooLong => JwksAnswer.Failed($"more than {body.Length} bytes"),
            FetchCode.TimedOut => JwksAnswer.Failed($"no complete response within {timeout} s"),
            _ => JwksAnswer.Failed($"{length} from the caller's fetch, which cognitojwt.h does not know"),
        };
    }
}
