using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Tmdb;

/// <summary>Server on loopback that implements version 3 of TMDB's API as documented.</summary>
/// <remarks>Serves generated titles and titles that a test adds, records the requests, and injects the faults of the test.</remarks>
public sealed class TmdbServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<TmdbReceived> _received = new();
    private readonly ConcurrentDictionary<Task, bool> _connections = new();
    private readonly TmdbFaults _faults = new();
    private readonly Task _accepting;
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _awaited = new();
    private TmdbTitles _titles;
    private int _count;
    private int _ended;

    /// <param name="films">Number of generated films, with ids from 1.</param>
    /// <param name="series">Number of generated series, with ids from 1.</param>
    public TmdbServer(int films = 0, int series = 0)
    {
        _titles = new TmdbTitles(films, series, ImmutableDictionary<TitleKey, TmdbTitle?>.Empty);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/3/");
        _accepting = AcceptAsync();
    }

    /// <summary>Value for <c>TMDB_BASE_URL</c>.</summary>
    public Uri Address { get; }

    /// <summary>API key that the server accepts.</summary>
    public string Key { get; init; } = "0123456789abcdef0123456789abcdef";

    /// <summary>API read access token that the server accepts.</summary>
    public string Token { get; init; } = "eyJhbGciOiJIUzI1NiJ9.eyJzY29wZXMiOlsiYXBpX3JlYWQiXX0.c3RhbmQtaW4";

    /// <summary>True to record requests in <see cref="Received"/>; false for a benchmark.</summary>
    public bool KeepsRequests { get; init; } = true;

    /// <summary>Requests received so far, oldest first, including those that a fault affected.</summary>
    public IReadOnlyList<TmdbReceived> Received => [.. _received];

    /// <summary>All current titles.</summary>
    public IEnumerable<TmdbTitle> Titles => Volatile.Read(ref _titles).All();

    /// <summary>Counts the requests that begin with this path, after <c>/3/</c>.</summary>
    public int Count(string path = "") => _received.Count(request => request.Path.StartsWith(path, StringComparison.Ordinal));

    /// <summary>Returns a task that ends when this many more requests have come, before the response to the last.</summary>
    public Task ReceivesAsync(int more)
    {
        var count = Volatile.Read(ref _count) + more;
        var coming = _awaited.GetOrAdd(count, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (Volatile.Read(ref _count) >= count)
            coming.TrySetResult();
        return coming.Task;
    }

    /// <summary>Clears the recorded requests.</summary>
    public void Forget() => _received.Clear();

    /// <summary>Adds a title, or replaces the one with its key.</summary>
    public TmdbServer WithTitle(TmdbTitle title) => Change(titles => titles.With(title.Facts.Key, title));

    /// <summary>Adds a title with these facts, or replaces the one with its key.</summary>
    public TmdbServer WithTitle(Title facts) => WithTitle(new TmdbTitle(facts));

    /// <summary>Removes a title.</summary>
    public TmdbServer WithoutTitle(TitleKey key) => Change(titles => titles.With(key, title: null));

    /// <summary>Activates a fault; earlier faults take precedence.</summary>
    public void Inject(TmdbFault fault) => _faults.Add(fault);

    /// <summary>Ends all faults; pending requests get their response.</summary>
    public void Recover() => _faults.Clear();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1)
            return;
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections.Keys);
        _end.Dispose();
    }

    private TmdbServer Change(Func<TmdbTitles, TmdbTitles> change)
    {
        TmdbTitles before;
        do
            before = Volatile.Read(ref _titles);
        while (Interlocked.CompareExchange(ref _titles, change(before), before) != before);
        return this;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_end.Token);
                var serving = Task.Run(() => ServeAsync(socket));
                _connections[serving] = true;
                _ = serving.ContinueWith(ended => _connections.TryRemove(ended, out _), TaskScheduler.Default);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            var connection = new TmdbConnection(socket, _end.Token);
            while (await connection.NextAsync() is { } head && await RespondAsync(connection, TmdbHead.Parse(head, Address.AbsolutePath)))
            {
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
        finally
        {
            socket.Dispose();
        }
    }

    // Returns false if the connection ends with the response.
    private async Task<bool> RespondAsync(TmdbConnection connection, TmdbHead request)
    {
        if (KeepsRequests)
            _received.Enqueue(new TmdbReceived(Stopwatch.GetTimestamp(), request.Path, request.Query));
        if (_awaited.TryRemove(Interlocked.Increment(ref _count), out var coming))
            coming.TrySetResult();
        var recovered = _faults.Recovered;
        var fault = _faults.Strike(request.Path);
        if (fault?.Kind == TmdbFaultKind.Hang)
            await recovered.WaitAsync(_end.Token);
        var response = fault switch
        {
            { Kind: TmdbFaultKind.Response } => TmdbResponse.Create(fault.Code, fault.Body) with { RetryAfter = fault.RetryAfterHeader },
            { Kind: TmdbFaultKind.TooLarge or TmdbFaultKind.TooLargeWithoutLength } => TmdbResponse.Create(200, $$"""{"results":[],"more":"{{new string('x', 2 << 20)}}"}"""),
            _ when request.ApiKey != Key && request.Bearer != Token => TmdbResponse.Create(401, TmdbErrors.InvalidKey),
            _ => TmdbEndpoints.Response(Volatile.Read(ref _titles), request.Path, request.Query),
        };
        return await SendAsync(connection, fault?.Kind, response);
    }

    private static async Task<bool> SendAsync(TmdbConnection connection, TmdbFaultKind? fault, TmdbResponse response)
    {
        switch (fault)
        {
            case TmdbFaultKind.Reset:
                connection.Reset();
                return false;
            case TmdbFaultKind.Close:
                return false;
            case TmdbFaultKind.Truncated:
                var bytes = response.ToBytes();
                await connection.SendAsync(bytes.AsMemory(0, bytes.Length - (response.Body.Length / 2)));
                return false;
            case TmdbFaultKind.Malformed:
                await connection.SendAsync((response with { Body = response.Body[..(response.Body.Length / 2)] }).ToBytes());
                return true;
            case TmdbFaultKind.TooLargeWithoutLength:
                await connection.SendAsync(response.ToBytes(saysLength: false));
                return false;
            default:
                await connection.SendAsync(response.ToBytes());
                return true;
        }
    }
}
