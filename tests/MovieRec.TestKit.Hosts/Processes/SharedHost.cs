using MovieRec.TestKit.Http;

namespace MovieRec.TestKit.Hosts.Processes;

/// <summary>One host for all tests that need no host of their own; each test creates its own users.</summary>
public class SharedHost : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private HostProcess? _host;
    private int _users;

    public string Address => _host!.Address;

    /// <summary>Address of the inbox, with its token.</summary>
    public string Inbox => _host!.Inbox;

    public async ValueTask InitializeAsync() => _host = await StartAsync(_data.Path);

    /// <summary>Starts another host of the same kind.</summary>
    public virtual Task<HostProcess> StartAsync(string dataFolder) => HostProcess.StartAsync(dataFolder);

    public Task<ApiClient> NewUserAsync() => ApiClient.SignedInAsync(Address, Inbox, NewEmail());

    public string NewEmail() => $"user{Interlocked.Increment(ref _users)}@example.com";

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _data.Dispose();
        GC.SuppressFinalize(this);
    }
}
