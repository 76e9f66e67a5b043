using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>User whose record a table of bad requests must leave unchanged.</summary>
/// <remarks>One user serves all cases of a class, since none may change anything. If one does, it fails, and the next case begins with the
/// changed record.</remarks>
public sealed class Victim : IDisposable
{
    public const string Unchanged = "unchanged";

    private ApiClient? _client;
    private string _record = "";

    /// <summary>Client without a token.</summary>
    public ApiClient Anonymous { get; private set; } = null!;

    public async Task<ApiClient> GetAsync(SharedHost host)
    {
        if (_client is not null)
            return _client;
        Anonymous = new ApiClient(host.Address);
        var client = await host.NewUserAsync();
        await StoredRecord.FillAsync(client, "the victim");
        _record = await StoredRecord.GetAsync(client);
        return _client = client;
    }

    /// <summary>Compares the record with the previous one; returns "unchanged" or the difference.</summary>
    /// <remarks>The text can stand in an expectation beside the response.</remarks>
    public async Task<string> StateAsync()
    {
        var before = _record;
        _record = await StoredRecord.GetAsync(_client!);
        return _record == before ? Unchanged : $"changed from {before} to {_record}";
    }

    public void Dispose()
    {
        _client?.Dispose();
        Anonymous?.Dispose();
    }
}
