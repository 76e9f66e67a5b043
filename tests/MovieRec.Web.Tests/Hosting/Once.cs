namespace MovieRec.Web.Tests.Hosting;

/// <summary>What is made when it is first asked for. Where that fails, it has failed for everybody: it takes long.</summary>
internal sealed class Once<T>(Func<Task<T>> make)
    where T : class
{
    private readonly Lock _gate = new();
    private Task<T>? _made;

    /// <summary>Whether anybody has asked.</summary>
    public bool IsWanted => _made is not null;

    public async Task<T> GetAsync()
    {
        Task<T> made;
        lock (_gate)
            made = _made ??= Task.Run(make);
        return await made;
    }
}
