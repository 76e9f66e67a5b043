namespace MovieRec.Aws.Tests.Emulators;

/// <summary>Where <c>./test</c> installs the emulators.</summary>
internal static class EmulatorFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(System.IO.Path.Combine(at.FullName, "MovieRec.slnx")))
            at = at.Parent;
        var folder = System.IO.Path.Combine(at!.FullName, "tests", "emulators");
        return Directory.Exists(System.IO.Path.Combine(folder, "node_modules"))
            ? folder
            : throw new InvalidOperationException("The emulators are not installed: run ./test, or npm ci in tests/emulators.");
    }
}
