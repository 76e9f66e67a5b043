using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Sqlite.Database;
using MovieRec.TestKit;

namespace MovieRec.Sqlite.Tests.Database;

/// <summary>File permissions of the data folder, without which any user of the machine could forge tokens.</summary>
/// <remarks>The folder contains the signing key.</remarks>
[UnsupportedOSPlatform("windows")]
public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Open_AFolderAndADatabaseOfItsOwn_AreForItsUserAlone()
    {
        var folder = new DataFolder(_folder.File("data"));
        using var database = Open(folder.Database);
        DatabaseBackup.Create(folder.Database, _folder.File("copy.db"));

        File.GetUnixFileMode(folder.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.GetFiles(folder.Path).Append(_folder.File("copy.db")))
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        folder.Secure().ShouldBeEmpty();
    }

    [Fact]
    public void Secure_WhatOthersCouldRead_IsTakenFromThemAndNamed()
    {
        var folder = new DataFolder(_folder.File("data"));
        Open(folder.Database).Dispose();
        File.WriteAllText(folder.Model, "");
        File.WriteAllText(Path.Combine(folder.Path, "letter.txt"), "");
        foreach (var path in (string[])[folder.Path, folder.Database, folder.Model])
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        var others = File.GetUnixFileMode(Path.Combine(folder.Path, "letter.txt"));

        folder.Secure().ShouldBe([folder.Path, folder.Database, folder.Model]);

        foreach (var path in (string[])[folder.Path, folder.Database, folder.Model])
            (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)).ShouldBe(UnixFileMode.None, path);
        File.GetUnixFileMode(Path.Combine(folder.Path, "letter.txt")).ShouldBe(others, "a file of another program is not touched");
    }

    public void Dispose() => _folder.Dispose();

    private static MovieRecDatabase Open(string path) => MovieRecDatabase.Open(path, NullLogger<MovieRecDatabase>.Instance);
}
