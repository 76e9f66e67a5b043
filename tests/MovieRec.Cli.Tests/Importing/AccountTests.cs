namespace MovieRec.Cli.Tests.Importing;

/// <summary>Base of tests that begin with an empty account.</summary>
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
