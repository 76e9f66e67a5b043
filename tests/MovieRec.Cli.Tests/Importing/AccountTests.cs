namespace MovieRec.Cli.Tests.Importing;

/// <summary>Tests that each begin with an account that has nothing yet.</summary>
public abstract class AccountTests : IAsyncLifetime
{
    private ImportedAccount? _own;

    private protected ImportedAccount Account => _own!;

    public async ValueTask InitializeAsync() => _own = await ImportedAccount.StartAsync();

    public ValueTask DisposeAsync()
    {
        _own?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
