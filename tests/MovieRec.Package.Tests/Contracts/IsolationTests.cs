using MovieRec.Package.Tests.Hosting;
using MovieRec.TestKit.Hosts.Contracts;

namespace MovieRec.Package.Tests.Contracts;

public sealed class IsolationTests(PackagedHost host) : IsolationContract(host);
