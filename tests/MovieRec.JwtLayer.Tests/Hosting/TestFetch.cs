using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;

namespace MovieRec.JwtLayer.Tests.Hosting;

/// <summary>Result of one call of <c>cognitojwt_fetch</c>, produced on the calling thread.</summary>
internal delegate int FetchAnswer(Span<byte> body);

/// <summary>Arguments of a call.</summary>
internal sealed record FetchCall(string Address, int Timeout, int Capacity, int Thread);

/// <summary>Scripted <c>cognitojwt_fetch</c> that gives its results in order and repeats the last one.</summary>
internal sealed unsafe class TestFetch
{
    private readonly Channel<FetchCall> _received = Channel.CreateUnbounded<FetchCall>();
    private FetchAnswer[] _script;
    private int _next;

    public TestFetch(params FetchAnswer[] script) => _script = script;

    public static delegate* unmanaged<nint, byte*, int, int, byte*, int, int> Function => &Fetch;

    public int Calls => Volatile.Read(ref _next);

    public static FetchAnswer Keys(params TestKey[] keys) => Body(TestKey.Jwks(keys));

    public static FetchAnswer Body(string text) => body => Encoding.UTF8.GetBytes(text, body);

    /// <summary>Returns a code, or a false length.</summary>
    public static FetchAnswer Code(int code) => _ => code;

    /// <summary>Blocks until the test's signal, then continues with the other result.</summary>
    public static FetchAnswer After(ManualResetEventSlim signal, FetchAnswer then) => body =>
    {
        signal.Wait();
        return then(body);
    };

    /// <summary>Returns a handle that is never freed, because the library keeps it.</summary>
    public nint Context() => GCHandle.ToIntPtr(GCHandle.Alloc(this));

    public void Script(params FetchAnswer[] script)
    {
        _script = script;
        Volatile.Write(ref _next, 0);
    }

    /// <summary>Returns the next call when it has come.</summary>
    public Task<FetchCall> CalledAsync() => _received.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    [UnmanagedCallersOnly]
    private static int Fetch(nint context, byte* url, int urlLength, int timeout, byte* body, int capacity)
    {
        var fetch = (TestFetch)GCHandle.FromIntPtr(context).Target!;
        var script = fetch._script;
        var at = Interlocked.Increment(ref fetch._next) - 1;
        fetch._received.Writer.TryWrite(
            new FetchCall(Encoding.UTF8.GetString(url, urlLength), timeout, capacity, Environment.CurrentManagedThreadId));
        return script[Math.Min(at, script.Length - 1)](new Span<byte>(body, capacity));
    }
}
