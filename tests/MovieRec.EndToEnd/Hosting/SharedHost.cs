using MovieRec.EndToEnd.Hosting;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;

[assembly: AssemblyFixture(typeof(SharedHost))]

namespace MovieRec.EndToEnd.Hosting;

/// <summary>One host for all tests that need no host of their own; each test makes users of its own.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private HostProcess? _host;
    private int _users;

    public string Address => _host!.Address;

    public string Output => _host!.Output;

    public async ValueTask InitializeAsync() => _host = await HostProcess.StartUnderTestAsync(_data.Path);

    public Task<ApiClient> NewUserAsync() => ApiClient.SignedInAsync(Address, NewEmail());

    public string NewEmail() => $"user{Interlocked.Increment(ref _users)}@example.com";

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        _data.Dispose();
    }
}
