namespace MovieRec.Web.Tests.Hosting;

/// <summary>Value that is created at the first request; a failure is kept too, because creation takes long.</summary>
internal sealed class Once<T>(Func<Task<T>> make)
    where T : class
{
    private readonly Lock _gate = new();
    private Task<T>? _made;

    /// <summary>True if the value has been requested.</summary>
    public bool IsWanted => _made is not null;

    public async Task<T> GetAsync()
    {
        Task<T> made;
        lock (_gate)
            made = _made ??= Task.Run(make);
        return await made;
    }
}
